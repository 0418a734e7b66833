struct Shape { virtual ~Shape() {} virtual double area() const; };
