# Sourced by ./muniment and ./check: finds JDK 25, says what is missing, installs Debian packages where it may.

say() { printf 'muniment: %s\n' "$*" >&2; }
fail() {
  say "$*"
  exit 1
}

jdk_major() { "$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p'; }

# Exports JAVA_HOME as the first JDK 25 or newer among the usual places; JAVA_HOME itself comes first.
use_jdk() {
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$home" ] && [ -x "$home/bin/javac" ] || continue
    # The release file answers without starting a virtual machine.
    local major
    major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release" 2>/dev/null)
    [ -n "$major" ] || major=$(jdk_major "$home")
    if [ "${major:-0}" -ge 25 ]; then
      export JAVA_HOME="$home"
      # Maven 3 uses sun.misc.Unsafe; its warnings are not the newcomer's business.
      export MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}"
      return
    fi
  done
  fail "no JDK 25 found. Install one (for example Temurin 25) under /usr/lib/jvm, or set JAVA_HOME to it."
}

use_build_tools() {
  command -v mvn >/dev/null || fail "Maven is missing. Install it: sudo apt-get install maven"
  command -v npm >/dev/null || fail "npm is missing. Install Node.js 20 or newer, with npm."
  local node
  node=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
  [ "$node" -ge 20 ] || fail "Node.js $node is too old. Install Node.js 20 or newer."
}

# use_packages optional|required PACKAGE...: installs what is missing as root; otherwise names the exact command.
use_packages() {
  local need=$1 missing=()
  shift
  command -v dpkg-query >/dev/null || return 0
  local package
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  if [ "$(id -u)" -eq 0 ] && install_packages "${missing[@]}"; then return 0; fi
  say "Debian packages are missing. Install them: sudo apt-get install --no-install-recommends ${missing[*]}"
  [ "$need" = optional ] || exit 1
}

install_packages() {
  say "installing Debian packages: $*"
  local quietly=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0)
  "${quietly[@]}" install -y --no-install-recommends "$@" >/dev/null 2>&1 </dev/null && return 0
  "${quietly[@]}" update >/dev/null 2>&1 </dev/null
  "${quietly[@]}" install -y --no-install-recommends "$@" >/dev/null </dev/null
}

# Builds the front end when its sources are newer than what was built.
build_frontend() {
  local dist=frontend/dist/index.html
  if [ -f "$dist" ] && [ -z "$(find frontend -path frontend/node_modules -prune -o -path frontend/dist -prune -o -type f -newer "$dist" -print -quit)" ]; then return; fi
  say "building the web page"
  if [ ! -f frontend/node_modules/.package-lock.json ] || [ frontend/package-lock.json -nt frontend/node_modules/.package-lock.json ]; then
    npm --prefix frontend ci --silent --no-fund --no-audit </dev/null
  fi
  npm --prefix frontend run --silent build </dev/null >&2
}

# The virtual machine's flags; the cache of a rehearsal is bound to them. A command runs for seconds or minutes: half the heap
# is for what dies young, and the optimizing compiler, which took a quarter of a long import's processor time, waits for code
# eight times as hot as it otherwise would (docs/benchmarks.md).
java_flags=(-Xmx1g -Xmn500m -XX:+UseParallelGC -XX:+UseTransparentHugePages -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED
  -XX:Tier4InvocationThreshold=40000 -XX:Tier4MinInvocationThreshold=4800 -XX:Tier4CompileThreshold=120000
  -XX:Tier4BackEdgeThreshold=320000 --sun-misc-unsafe-memory-access=allow -Djava.awt.headless=true)
