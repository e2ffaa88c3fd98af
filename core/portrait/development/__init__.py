"""发展型：低收入而有劳动力、可以靠自己站起来的家庭。

The family can be helped by training, work and income of its own.
"""
