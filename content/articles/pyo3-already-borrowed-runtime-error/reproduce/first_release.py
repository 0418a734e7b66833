import threading
import time

from tokenizers import Tokenizer
from tokenizers.models import BPE
from tokenizers.pre_tokenizers import Whitespace

tok = Tokenizer(BPE())       # WordLevel reads a file before 0.9.0
tok.pre_tokenizer = Whitespace()
batch = ["a b c " * 2000] * 200

thread = threading.Thread(target=tok.encode_batch, args=(batch,))
thread.start()
time.sleep(0.1)
tok.no_truncation()
print("no error")
