"""兜底型：没有劳动力可依靠、要靠救助长期兜住的家庭。

Being on dibao alone does not make a family 兜底型: the Lu family is on dibao and has a worker.
"""
