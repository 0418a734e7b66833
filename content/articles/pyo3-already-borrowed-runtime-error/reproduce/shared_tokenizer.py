import threading
import time

from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

tok = Tokenizer(WordLevel({"[UNK]": 0, "a": 1}, unk_token="[UNK]"))
tok.pre_tokenizer = Whitespace()
batch = ["a b c " * 2000] * 200

thread = threading.Thread(target=tok.encode_batch, args=(batch,))
thread.start()
time.sleep(0.1)
tok.no_truncation()          # what transformers calls before an encode
