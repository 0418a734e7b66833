subroutine outer(x)
  real, intent(inout) :: x
  interface
    subroutine inner(y)
      real, intent(in) :: y
    end subroutine inner
  end interface
  x = x + 1
end subroutine outer
