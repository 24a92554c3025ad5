# Becomes a server, and leaves a watcher beside it that ends the server's whole process group.
#
# $1: tenths of a second that the server has to end; $2: file for its output; then its command.
# The shell must lead its session, and so the group. Fleetpoll holds the other ends of standard input
# and output: when the first closes, by Fleetpoll's will or by its death, the watcher acts; when the
# second closes, nothing of the server is left.

patience=$1
log=$2
shift 2
exec 3<&0

# Twice in the background: the watcher is no child of the server, and in no sample of its processes.
# It stays in the group, whose number nobody else can have as long as it lives.
(
  (
    trap '' HUP INT TERM
    exec <&3 3<&- 2>/dev/null
    read -r nothing
    me=$(exec sh -c 'echo "$PPID"')
    kill -TERM -- "-$$"
    while [ "$(exec pgrep -g "$$")" != "$me" ]; do
      if [ "$patience" -le 0 ]; then
        kill -KILL -- "-$$"
      fi
      patience=$((patience - 1))
      sleep 0.1
    done
  ) &
)

exec "$@" <&- </dev/null >"$log" 2>&1 3<&-
