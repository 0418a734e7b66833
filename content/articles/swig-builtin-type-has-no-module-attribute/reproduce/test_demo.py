def test_add():
    import demo

    assert demo.add(1, 2) == 3
