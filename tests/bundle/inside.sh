#!/bin/bash
# What `make bundle-test` does inside the empty Debian, as its root, without a network.
#
#     inside.sh PACKAGE VERSION
set -u
package=/root/$1 version=$2
library=/usr/lib/architecture-explorer
mime=application/x-architecture-explorer-network

failed() { echo "FAILED: $*"; exit 1; }
passed() { echo "ok: $*"; }
figure() { echo "figure $1 $2"; }
expect() { # WHAT COMMAND...: it must succeed
  local what=$1 told; shift
  told=$("$@" 2>&1) || { echo "$told" | tail -20; failed "$what"; }
  passed "$what"
}
refused() { # WHAT ARGUMENTS...: the program must say no, with exit code 2, and soon
  local what=$1; shift
  as timeout 20 explorer "$@" >/tmp/refused 2>&1
  [ $? = 2 ] || { cat /tmp/refused; failed "$what"; }
  passed "$what: $(head -1 /tmp/refused)"
}
milliseconds() { echo $(($(date +%s%N) / 1000000)); }

# a person, with a home of their own
id student >/dev/null 2>&1 || useradd --no-create-home student
rm -rf /home/student /var/tmp/tour
install -d -o student -g student /home/student
as() { (cd /home/student && exec setpriv --reuid student --regid student --clear-groups \
  env HOME=/home/student DISPLAY=:99 "$@"); }
ours() { # ids of the program's processes
  local entry
  for entry in /proc/[0-9]*; do
    case $(readlink "$entry/exe" 2>/dev/null) in "$library"/*) echo "${entry#/proc/}" ;; esac
  done
}
workers() {
  local id
  for id in $(ours); do
    tr '\0' ' ' <"/proc/$id/cmdline" 2>/dev/null | grep -q ' worker ' && echo "$id"
  done
}
wait_for() { # SECONDS COMMAND...: until it succeeds
  local end=$(($(milliseconds) + $1 * 1000)); shift
  until "$@" >/dev/null 2>&1; do
    [ "$(milliseconds)" -lt "$end" ] || return 1
    sleep 0.02
  done
}
gone() { [ -z "$(ours)" ]; }
window() { as xdotool search --onlyvisible --name 'Architecture Explorer'; }
close_window() {
  as xdotool windowfocus "$(window | head -1)" sleep 1 key ctrl+q || failed "no key reaches the window"
  wait_for 30 gone || failed "$1: processes left behind: $(ours | tr '\n' ' ')"
  [ -z "$(ls /dev/shm)" ] || failed "$1: shared memory left behind: $(ls /dev/shm)"
  passed "$1, and no process and no shared memory stays"
}

command -v python3 python >/dev/null && failed "this Debian has Python, and so proves nothing"
dpkg --purge architecture-explorer >/dev/null 2>&1 # where an earlier test was broken off
everything() { find / -xdev \( -path /proc -o -path /tmp -o -path /var/log -o -path /home \
  -o -path /var/lib/dpkg -o -path /var/cache -o -path /var/tmp -o -path /root \) -prune -o -print | sort; }
everything >/tmp/before

# -- the package -----------------------------------------------------------------------------------
start=$(milliseconds)
expect "the package is installed with what the README names" dpkg -i "$package"
figure install_seconds "$(($(milliseconds) - start))e-3"
figure installed_megabytes "$(du -sm $library | cut -f1)"
expect "the desktop entry is valid" desktop-file-validate /usr/share/applications/architecture-explorer.desktop
expect "the metainfo is valid" appstreamcli validate --no-net /usr/share/metainfo/architecture-explorer.metainfo.xml
for size in 16 22 24 32 48 64 128 256 512; do
  [ -s /usr/share/icons/hicolor/${size}x$size/apps/architecture-explorer.png ] || failed "icon of $size"
done
[ -s /usr/share/icons/hicolor/scalable/apps/architecture-explorer.svg ] || failed "scalable icon"
passed "icons from 16 to 512, and scalable"
missing=$(find $library -name '*.so*' -type f -print0 |
  LD_LIBRARY_PATH=$library/_internal:$library/_internal/torch/lib xargs -0 ldd 2>/dev/null |
  awk '/not found/ {print $1}' | sort -u | tr '\n' ' ')
[ -z "$missing" ] || failed "libraries are not there: $missing"
passed "every library finds what it is linked with"

# -- without a window ------------------------------------------------------------------------------
told=$(as explorer --version) || failed "explorer --version"
[ "$told" = "explorer $version" ] || failed "explorer --version says $told"
passed "$told"
as explorer analyze resnet50 --json >/tmp/analysis || failed "analyze"
grep -q '"params": 25557032' /tmp/analysis || failed "ResNet-50 has other parameters"
passed "analyze: ResNet-50 has 25,557,032 parameters"
expect "zoo" as explorer zoo --json
expect "compare" as explorer compare resnet18 resnet34 --json
mkdir -p /var/tmp/tour && chown student /var/tmp/tour
for to in pytorch onnx svg pdf png tikz csv markdown latex; do
  expect "export to $to" as explorer export lenet5_modern --to $to --out /var/tmp/tour/export.$to
done
expect "train" as explorer train lenet5_modern --data digits --epochs 1 --device cpu --out /tmp/run
as explorer check >/tmp/check || failed "check"
for line in '"images": 1442' '"compile": "off"' 'ResNet\|"torchvision": "0'; do
  grep -q "$line" /tmp/check || { cat /tmp/check; failed "check does not say $line"; }
done
grep -q Error /tmp/check && { cat /tmp/check; failed "check found faults"; }
passed "two loader processes, torchvision's networks and ONNX Runtime work; nothing is compiled"
figure loader_seconds "$(sed -n 's/.*"seconds": \([0-9.]*\).*/\1/p' /tmp/check)"
refused "no Python" -c 'print(1)'
refused "no modules" -m torch._inductor.compile_worker
refused "no scripts" /usr/lib/x.py --parent 1
refused "bad input" analyze no-such-network
gone || failed "the command line left processes behind: $(ours)"
expect "new" as explorer new lesson.network.json --from lenet5_modern

# -- the window ------------------------------------------------------------------------------------
Xvfb :99 -screen 0 1600x1000x24 -nolisten tcp >/dev/null 2>&1 &
wait_for 10 test -S /tmp/.X11-unix/X99 || failed "no screen"
start=$(milliseconds)
as env QT_QPA_PLATFORM=xcb explorer tour --out /var/tmp/tour >/tmp/tour 2>/tmp/tour.err ||
  { tail -5 /tmp/tour.err; failed "the tour"; }
figure tour_seconds "$(($(milliseconds) - start))e-3"
grep -q '"epochs": 10' /tmp/tour || { cat /tmp/tour; failed "the tour did not train"; }
passed "the tour: edited, trained to $(sed -n 's/.*"test_accuracy": \([0-9.]*\).*/\1/p' /tmp/tour), looked inside, exported"
gone || failed "the tour left processes behind"

for round in 1 2 3; do
  start=$(milliseconds)
  as architecture-explorer open lesson.network.json >/tmp/window.out 2>&1 &
  wait_for 60 window || { cat /tmp/window.out; failed "no window"; }
  figure "window_${round}_seconds" "$(($(milliseconds) - start))e-3"
  if [ "$round" = 3 ]; then
    for _ in $(seq 600); do first=$(workers | head -1); [ -n "$first" ] && break; sleep 0.1; done
    [ -n "$first" ] || failed "no worker was started"
    sleep 4
    kill -KILL "$first"
    for _ in $(seq 300); do
      second=$(workers | head -1); [ -n "$second" ] && [ "$second" != "$first" ] && break; sleep 0.1
    done
    [ -n "$second" ] && [ "$second" != "$first" ] || failed "the killed worker was not replaced"
    sleep 4
    [ -n "$(window)" ] || failed "the window went with its worker"
    passed "the window outlives a killed worker, and has another ($first, $second)"
  fi
  close_window "the window closes"
done

# -- the desktop -----------------------------------------------------------------------------------
kind=$(as gio info -a standard::content-type lesson.network.json | sed -n 's/.*content-type: //p')
[ "$kind" = $mime ] || failed "lesson.network.json is taken for $kind"
passed "a network is $kind"
as gio open lesson.network.json >/tmp/window.out 2>&1 &
wait_for 60 window || { cat /tmp/window.out; failed "a double click opens nothing"; }
passed "a double click opens it: $(as xdotool getwindowname "$(window | head -1)")"
class=$(sed -n 's/^StartupWMClass=//p' /usr/share/applications/architecture-explorer.desktop)
[ -n "$(as xdotool search --onlyvisible --class "^$class\$")" ] || failed "no window is of the class $class"
passed "the window is of the class that the desktop entry says, $class"
close_window "what was opened by a double click closes"

start=$(milliseconds)
expect "the package is removed" dpkg --purge architecture-explorer
everything >/tmp/after
diff /tmp/before /tmp/after >/tmp/leftovers || { head /tmp/leftovers; failed "something stays behind"; }
[ -e "/usr/share/mime/$mime.xml" ] && failed "the mime type stays behind"
passed "and nothing of it stays"
