"""A made-up town with known truth, and everything its departments would send.

span, dice, names, numbers, places   days, chance, and what nobody real has
world.py      the town itself: people, homes, tables of what happens to them
life/         one file per part of life: what is true in the world
views/        one file per department: what it knows of it, and tells
rhythm, feed  when each class is delivered, as which cells
errors.py     what goes wrong on the way, all of it written down
truth/        one file per watch: whom it should find, from when until when
city.py       everybody else, in the classes that cover everybody
town.py       puts it together; writing.py writes the files
"""
