# Shared by install, start and stop; sourced, never run.
set -euo pipefail
export PATH=/usr/sbin:/usr/bin:/sbin:/bin   # Debian's python3, no other
export LC_ALL=C.UTF-8
unset "${!PYTHON@}" "${!OS_@}" 2>/dev/null || true

state=${OPENSTACK_RIG_DIR:-${TMPDIR:-/tmp}/openstack-rig}
home=${OPENSTACK_RIG_HOME:-/var/lib/openstack-rig}
glance_common=$home/glance-common/usr/share/glance-common

# True when the pid file's process lives and is one that this rig started.
alive() {
  local file=$state/run/$1.pid pid
  [[ -s $file ]] || return 1
  pid=$(<"$file")
  [[ $pid =~ ^[0-9]+$ && -r /proc/$pid/environ ]] || return 1
  { tr '\0' '\n' <"/proc/$pid/environ"; } 2>/dev/null | grep -xF "OPENSTACK_RIG_DIR=$state" >/dev/null
}

# launch NAME COMMAND...: in its own session, with a clean environment. The proxy
# settings name a port where nothing listens: what is not this machine is out of
# reach for whatever follows them.
launch() {
  local name=$1; shift
  (cd "$state" && exec setsid env -i PATH="$PATH" HOME="$state" LC_ALL=C.UTF-8 OPENSTACK_RIG_DIR="$state" \
     OS_KEYSTONE_CONFIG_FILES="$state/etc/keystone.conf" \
     http_proxy=http://127.0.0.1:9 https_proxy=http://127.0.0.1:9 no_proxy=127.0.0.1,localhost \
     "$@" </dev/null >>"$state/log/$name.log" 2>&1 9>&-) &
  echo $! >"$state/run/$name.pid"
}

# halt NAME: SIGTERM to the process, SIGKILL to its session after ten seconds.
halt() {
  local name=$1 pid i
  if ! alive "$name"; then rm -f "$state/run/$name.pid"; return 0; fi
  pid=$(<"$state/run/$name.pid")
  kill -TERM "$pid" 2>/dev/null || true
  for ((i = 0; i < 100; i++)); do alive "$name" || break; sleep 0.1; done
  if alive "$name"; then kill -KILL -- "-$pid" 2>/dev/null || kill -KILL "$pid" 2>/dev/null || true; fi
  rm -f "$state/run/$name.pid"
  printf 'stopped %s (pid %s)\n' "$name" "$pid"
}

clean_python() { env -i PATH="$PATH" HOME="${TMPDIR:-/tmp}" LC_ALL=C.UTF-8 /usr/bin/python3 "$@"; }

# fernet_keys DIR: key 0 is the staged key, 1 the primary one, as
# `keystone-manage fernet_setup` leaves them.
fernet_keys() {
  (umask 077; mkdir -p "$1"
   for key in 0 1; do
     [[ -s $1/$key ]] || printf %s "$(head -c 32 /dev/urandom | base64 -w0 | tr '+/' '-_')" >"$1/$key"
   done)
}

# Empty databases, made once per package version and copied by each first start:
# Keystone's with its first user, roles and region; Glance's schema. The leading
# number is this recipe's own version: raise it when it changes.
templates() {
  printf '%s/templates/it1_' "$home"
  dpkg-query -W -f '${Version}_' python3-keystone python3-glance | tr -c 'A-Za-z0-9.+_\n' -
}
make_templates() {
  local templates scratch glance_job name
  templates=$(templates)
  mkdir -p "$templates"
  scratch=$(mktemp -d)
  cat >"$scratch/keystone.conf" <<CONF
[database]
connection = sqlite:///$scratch/keystone.sqlite
sqlite_synchronous = false
[identity]
password_hash_rounds = 4
[fernet_tokens]
key_repository = $scratch/keys
[fernet_receipts]
key_repository = $scratch/keys
[credential]
key_repository = $scratch/keys
CONF
  fernet_keys "$scratch/keys"
  cat >"$scratch/glance.conf" <<CONF
[DEFAULT]
enabled_backends = fast:file
[glance_store]
default_backend = fast
[database]
connection = sqlite:///$scratch/glance.sqlite
sqlite_synchronous = false
CONF
  local manage='import sys; sys.argv[0]="glance-manage"; from glance.cmd.manage import main; sys.exit(main())'
  { clean_python -c "$manage" --config-file "$scratch/glance.conf" db_sync &&
    clean_python -c "$manage" --config-file "$scratch/glance.conf" db_load_metadefs "$glance_common/metadefs"
  } >"$scratch/glance.log" 2>&1 & glance_job=$!
  { clean_python /usr/bin/keystone-manage --config-file "$scratch/keystone.conf" db_sync &&
    clean_python /usr/bin/keystone-manage --config-file "$scratch/keystone.conf" bootstrap \
      --bootstrap-username admin --bootstrap-password admin-password --bootstrap-project-name admin \
      --bootstrap-role-name admin --bootstrap-region-id RegionOne
  } >"$scratch/keystone.log" 2>&1 || { tail -n 20 "$scratch/keystone.log" >&2; return 1; }
  wait "$glance_job" || { tail -n 20 "$scratch/glance.log" >&2; return 1; }
  for name in keystone glance; do
    sqlite3 "$scratch/$name.sqlite" 'PRAGMA journal_mode=WAL; PRAGMA wal_checkpoint(TRUNCATE);' >/dev/null
    cp "$scratch/$name.sqlite" "$templates/.$name.$$" && mv "$templates/.$name.$$" "$templates/$name.sqlite"
  done
  rm -rf "$scratch"
}
