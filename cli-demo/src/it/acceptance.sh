#!/bin/bash
# acceptance.sh - uses the CLI as its users do: the story, the guide's own curl command and the distribution's openstack client
# against `glance4j serve`, and both clients side by side on the real Keystone and Glance where RIG_AUTH_URL names one.
#
# Needs curl and jq; the parts that need the distribution's openstack client say so when it is not there. With
# GLANCE4J_OPENSTACK=required a missing part is a failure.
set -euo pipefail
root=$(cd "$(dirname "$0")/../../.." && pwd)
glance4j=$root/cli-demo/glance4j
scratch=$(mktemp -d)
server=
finish() {
  if [[ -n $server ]]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
  rm -rf "$scratch"
}
trap finish EXIT
unset "${!OS_@}" API_ENDPOINT AUTH_TOKEN PRODUCER_TOKEN 2>/dev/null || true

passed=0
ok() { passed=$((passed + 1)); printf 'ok %d - %s\n' "$passed" "$1"; }
fail() { printf 'not ok - %s\n' "$*" >&2; exit 1; }
expect() { # WHAT WANTED FOUND
  [[ $2 == "$3" ]] || fail "$1: wanted «$2», found «$3»"
  ok "$1"
}
absent() {
  if [[ ${GLANCE4J_OPENSTACK:-} == required ]]; then fail "$1"; fi
  printf 'not run - %s\n' "$1"
}
# Debian's client runs on Debian's python, whatever else stands first in PATH.
distribution() { env PATH=/usr/sbin:/usr/bin:/sbin:/bin openstack "$@"; }
distribution_is_there() { [[ -x /usr/bin/openstack ]]; }
serve() { # ARGUMENTS...: starts a server on a free port, its export lines in $scratch/exports
  if [[ -n $server ]]; then kill "$server"; wait "$server" 2>/dev/null || true; fi
  : >"$scratch/exports"
  "$glance4j" serve "$@" >"$scratch/exports" 2>"$scratch/serve.log" &
  server=$!
  for _ in $(seq 300); do
    # The last line that serve prints is complete once the identity service answers.
    if grep -q '^export API_ENDPOINT=' "$scratch/exports" && sleep 0.2; then return 0; fi
    kill -0 "$server" 2>/dev/null || { cat "$scratch/serve.log" >&2; fail 'serve ended by itself'; }
    sleep 0.1
  done
  fail 'serve printed no export lines within 30 seconds'
}
as() { # USER COMMAND...: with the user's credentials
  local user=$1; shift
  OS_USERNAME=$user OS_PASSWORD=$user-password OS_PROJECT_NAME=$user OS_USER_DOMAIN_NAME=Default \
    OS_PROJECT_DOMAIN_NAME=Default OS_IDENTITY_API_VERSION=3 "$@"
}

# The story.
story=$("$glance4j" demo 2>"$scratch/demo.log") || { cat "$scratch/demo.log" >&2; fail "demo: exit $?"; }
ok 'demo ends with 0'
for word in pending accepted rejected owner bystander; do grep -qi "$word" <<<"$story" || fail "demo does not mention $word"; done
ok 'demo tells of the offer, the decisions and the bystander'

# The guide's own command.
serve --port 0 --seed docs
eval "$(cat "$scratch/exports")"
member=$API_ENDPOINT/v2/images/a96be11e-8536-4910-92cb-de50aa19dfe6/members/123456
before=$(curl -s "$member" -H "X-Auth-Token: $AUTH_TOKEN" | jq -r .updated_at)
answer=$(curl -s "$member" -X PUT -d '{"status":"accepted"}' -H 'Content-Type: application/json' -H "X-Auth-Token: $AUTH_TOKEN")
expect 'guide: keys' 'created_at image_id member_id schema status updated_at' "$(jq -r 'keys | join(" ")' <<<"$answer")"
expect 'guide: status' accepted "$(jq -r .status <<<"$answer")"
after=$(curl -s "$member" -H "X-Auth-Token: $AUTH_TOKEN" | jq -r .updated_at)
expect 'guide: the same updated_at afterwards' "$(jq -r .updated_at <<<"$answer")" "$after"
[[ $after > $before ]] || fail "guide: updated_at $after is not later than the seed's $before"
ok "guide: updated_at is later than the seed's"
expect 'guide: member 654321' 404 "$(curl -s -o /dev/null -w '%{http_code}' "${member%/*}/654321" -X PUT -d '{"status":"accepted"}' \
  -H 'Content-Type: application/json' -H "X-Auth-Token: $AUTH_TOKEN")"
expect "guide: the producer's PUT" 403 "$(curl -s -o /dev/null -w '%{http_code}' "$member" -X PUT -d '{"status":"accepted"}' \
  -H 'Content-Type: application/json' -H "X-Auth-Token: $PRODUCER_TOKEN")"

# What --debug prints can be pasted, and shows no secret.
as producer "$glance4j" --debug image create --property "it's=\"\$HOME\"" 'debug `id` é' >/dev/null 2>"$scratch/debug"
if grep -q producer-password "$scratch/debug"; then fail 'debug: the password is shown'; fi
grep '^curl .*auth/tokens' "$scratch/debug" >"$scratch/pasted"
OS_TOKEN=$(OS_PASSWORD=producer-password bash "$scratch/pasted" | tr -d '\r' | sed -n 's/^X-Subject-Token: //Ip')
[[ -n $OS_TOKEN ]] || fail 'debug: the pasted line brings no token'
if grep -qF "$OS_TOKEN" "$scratch/debug"; then fail 'debug: the token is shown'; fi
grep '^curl .*POST .*/v2/images' "$scratch/debug" | sed 's/"id":"[^"]*",\{0,1\}//' >"$scratch/pasted"
pasted=$(OS_TOKEN=$OS_TOKEN bash "$scratch/pasted" | tail -n 1)
expect 'debug: the pasted line creates an image of the same name' 'debug `id` é' "$(jq -r .name <<<"$pasted")"
expect 'debug: with the same property' '"$HOME"' "$(jq -r '."it'"'"'s"' <<<"$pasted")"
grep -q '^# status 201, request req-[0-9a-f-]*, [0-9]* ms$' "$scratch/debug" || fail 'debug: no line for the answer'
ok 'debug: the answer is told with its request id and time'
unset OS_AUTH_URL OS_REGION_NAME API_ENDPOINT AUTH_TOKEN PRODUCER_TOKEN OS_TOKEN

head -c 3000000 /dev/urandom >"$scratch/data"

# handshake OWNERS_CLIENT CONSUMERS_CLIENT CONSUMER_ID LABEL: the one writes, the other reads.
handshake() {
  local writer=$1 reader=$2 consumer=$3 label=$4 id name
  name=acceptance-$RANDOM$RANDOM
  id=$(as producer "$writer" image create --disk-format raw --container-format bare --file "$scratch/data" -f value -c id "$name")
  [[ $id =~ ^[0-9a-f-]{36}$ ]] || fail "$label: create printed «$id»"
  as producer "$writer" image add project "$id" "$consumer" >/dev/null
  expect "$label: offered" pending "$(as producer "$reader" image member list "$id" -f value -c Status)"
  as consumer "$writer" image set --accept "$id" >/dev/null
  expect "$label: accepted" accepted "$(as producer "$reader" image member list "$id" -f value -c Status)"
  as consumer "$reader" image save --file "$scratch/saved" "$id"
  cmp "$scratch/data" "$scratch/saved" || fail "$label: saved bytes differ"
  ok "$label: saved bytes are the same"
  rm -f "$scratch/saved"
  as producer "$writer" image remove project "$id" "$consumer"
  expect "$label: withdrawn" '' "$(as producer "$reader" image member list "$id" -f value -c Status)"
  as producer "$writer" image delete "$id"
  if as producer "$reader" image show "$id" >/dev/null 2>&1; then fail "$label: still there after delete"; fi
  ok "$label: deleted"
}

# The distribution's client drives the in-memory service.
if distribution_is_there; then
  serve --port 0
  eval "$(cat "$scratch/exports")"
  consumer=$(as consumer distribution token issue -f value -c project_id)
  handshake distribution distribution "$consumer" 'openstack on serve'
  handshake "$glance4j" distribution "$consumer" 'glance4j on serve, read by openstack'
  unset OS_AUTH_URL OS_REGION_NAME API_ENDPOINT
else
  absent "the distribution's openstack client is not installed"
fi

# Both on the real service.
if [[ -n ${RIG_AUTH_URL:-} ]] && distribution_is_there; then
  export OS_AUTH_URL=$RIG_AUTH_URL OS_REGION_NAME=$RIG_REGION
  handshake "$glance4j" distribution "$RIG_CONSUMER_PROJECT_ID" 'glance4j writes, openstack reads'
  handshake distribution "$glance4j" "$RIG_CONSUMER_PROJECT_ID" 'openstack writes, glance4j reads'
else
  absent 'the real OpenStack was not offered (RIG_AUTH_URL is not set)'
fi
printf '%d passed, 0 failed\n' "$passed"
