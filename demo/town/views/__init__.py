"""What each department knows and sends: one module per department, one function per class.

A function is called what its class is called (`p03_03` for P03-03), takes the world and gives the
rows told: record_id, person or home, on, told, and the fields of the class in stored units. The
classes that touch no rule are told by `simple/*.yaml`.
"""
