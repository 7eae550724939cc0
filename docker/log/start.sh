#!/bin/sh
# Starts a node of the log with the passwords of a new cluster, which are taken from the environment only. A cluster that
# has data keeps the passwords it has.
set -eu
KURRENTDB_DEFAULT_ADMIN_PASSWORD=$(cat /run/secrets/log-admin.password)
KURRENTDB_DEFAULT_OPS_PASSWORD=$(cat /run/secrets/log-ops.password)
export KURRENTDB_DEFAULT_ADMIN_PASSWORD KURRENTDB_DEFAULT_OPS_PASSWORD
# Its name differs between releases.
for program in /opt/kurrentdb/KurrentDB /opt/kurrentdb/kurrentd; do
  if [ -x "$program" ]; then exec "$program" "$@"; fi
done
echo 'log: there is no KurrentDB in /opt/kurrentdb of this image' >&2
exit 1
