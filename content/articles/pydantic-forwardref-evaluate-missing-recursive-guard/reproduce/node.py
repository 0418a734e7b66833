from typing import Optional

try:
    from pydantic.v1 import BaseModel
except ImportError:
    from pydantic import BaseModel


class Node(BaseModel):
    name: str
    parent: Optional["Node"] = None


print(Node(name="works").name)
