"""关爱型：需要陪伴、照护与看顾的家庭。

The structure of the family decides, not how much is missing: green here means well looked after.
"""
