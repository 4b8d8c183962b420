# What Python makes of the expressions that Numbers asks Java about.
for distance in (30, 31, 32, 33, 40):
    print(f"1 << {distance} = {1 << distance}")
print(f"-1 // 4096 = {-1 // 4096}, -1 % 4096 = {-1 % 4096}")
print(f"-1 >> 12 = {-1 >> 12}, as 64 bits and unsigned = {(-1 & (1 << 64) - 1) >> 12}")
b = 0xF0
print(f"0xf0 = {b}, as a signed byte = {int.from_bytes([b], 'big', signed=True)}")
