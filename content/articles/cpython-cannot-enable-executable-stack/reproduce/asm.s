.text
.globl answer
answer: ret
