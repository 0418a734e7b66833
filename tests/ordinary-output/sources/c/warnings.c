#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static int never_called(int x) { return x; }
static const char *NAMES[] = {"one", "two"};
int largest(int a, int b) { if (a > b) return a; }
int shadow(int a) { { int a = 3; } return a; }
int uninitialized(int flag) { int x; if (flag) x = 2; return x; }
unsigned sign(int a, unsigned b) { return a < b; }
int fall(int a) { switch (a) { case 1: a++; case 2: a--; } return a; }
void print(long a) { printf("%d\n", a); printf("%s\n"); }
void copy(char *to) { strncpy(to, "abcdefgh", 4); char buffer[4]; sprintf(buffer, "%d", 123456); puts(buffer); }
int *local(void) { int here = 3; return &here; }
void after(void) { char *p = malloc(3); free(p); *p = 2; free(p); }
void old_style();
int convert(double d) { float f = d; return d + f; }
__attribute__((deprecated("use new_call"))) int old_call(void);
int caller(void) { return old_call(); }
int divide(void) { return 3 / 0; }
int bound(void) { int a[3] = {0}; return a[5]; }
void parentheses(int a, int b, int c) { if (a && b || c) puts("x"); if (a == b); }
int main(void) { old_style(1, 2); return largest(1, 2); }
