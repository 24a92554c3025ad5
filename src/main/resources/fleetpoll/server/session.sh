# Runs a server, and next to it a watcher that ends the server's whole process group.
#
# $1: how many tenths of a second the server may take to end; $2: file for its output; then its
# command.
# This shell must lead its session, and so the group. Fleetpoll holds the other ends of standard input
# and output. From the output it reads the server's pid and, after the server has ended, its exit code.
# When the input closes, because Fleetpoll closes it or dies, the watcher acts; in the end it kills
# this shell and itself, and the output closes.

patience=$1
log=$2
shift 2
exec 3<&0 4>&1
trap '' HUP INT TERM

# The shell and the watcher stay in the group: as long as they live, no other group gets its number.
(
  exec <&3 3<&- 4>&- 2>/dev/null
  read -r nothing
  kill -s TERM -- "-$$"
  while [ "$patience" -gt 0 ] && [ "$(exec pgrep -c -g "$$" -r D,R,S,T)" != 2 ]; do
    patience=$((patience - 1))
    sleep 0.1
  done
  kill -s KILL -- "-$$"
) &

# In the foreground: background commands of a shell ignore SIGINT and SIGQUIT.
(
  trap - HUP INT TERM
  exec sh -c 'echo "$$" >&4; exec "$@" 4>&-' sh "$@"
) </dev/null >"$log" 2>&1 3<&-
echo "$?"
wait
