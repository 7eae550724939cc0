#!/bin/sh
# Starts the balancer. It answers connections of this machine alone: those that Docker hands in from the published port
# come from the gateway of the network. Who can connect can name an actor, until sign-in exists.
set -eu
GATEWAY=$(ip -4 route show default | awk '{ print $3; exit }')
if [ -z "$GATEWAY" ]; then
  echo 'balancer: there is no default route, so no published port can reach it; give the service loopback a network' >&2
  exit 1
fi
export GATEWAY
exec haproxy -W -db -f /balancer/haproxy.cfg
