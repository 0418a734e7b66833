print "spam"
