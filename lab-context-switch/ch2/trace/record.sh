#!/bin/sh
# Records join.trace again. Needs Linux, a C compiler, valgrind, and JDK 25 as java (or JAVA_HOME).
set -e
cd "$(dirname "$0")"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

(cd ../../.. && mvn -q -pl core test-compile)
cc -O1 -static -o "$tmp/join" join.c

# The same addresses each time: no randomized layout, no environment on the stack.
cd "$tmp"
env -i setarch -R "$(command -v valgrind)" --tool=lackey --trace-mem=yes --basic-counts=no \
  --log-file=lackey.txt ./join
cd - >/dev/null

classes=../../../core/target
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp $classes/classes:$classes/test-classes \
  timeslice.program.EncodeLackey <"$tmp/lackey.txt" >join.trace
ls -l join.trace
