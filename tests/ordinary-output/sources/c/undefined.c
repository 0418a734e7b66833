int own_function(int);
extern int own_variable;
int helper(int a) { return own_function(a) + own_variable; }
int main(void) { return helper(2); }
