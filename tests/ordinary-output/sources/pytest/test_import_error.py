import helper
from helper import no_such_name
def test_x(): pass
