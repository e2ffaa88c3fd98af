"""支出型：收入也许够，必须花的钱把它花没了的家庭。

What counts is what is left after the spending nobody can avoid.
"""
