# The server and the command line. How to run it: docs/how-to/run-with-compose.md.
#
# What runs is Debian, one Node and the program: no npm, no compiler, no development package. It runs as user 1000, and
# writes to /data and /tmp alone, so the rest of its file system can be read-only.

FROM node:24.21.0-trixie-slim AS build
RUN apt-get update \
  && apt-get install --yes --no-install-recommends ca-certificates tini \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No script of a package runs: those that have native code ship it.
RUN npm ci --ignore-scripts
COPY nest-cli.json tsconfig.base.json ./
COPY apps ./apps
COPY libs ./libs
COPY workflows ./workflows
COPY tools/build-server.mjs tools/build-web.mjs tools/threads-in.mjs tools/type-check.mjs ./tools/
COPY tools/launch/child.mjs ./tools/launch/
RUN node tools/build-server.mjs && node tools/build-web.mjs

FROM build AS packages
# Optional packages stay: the native half of a driver is one of them.
RUN npm ci --ignore-scripts --omit=dev
COPY docker/image/slim-packages ./
RUN ./slim-packages node_modules

FROM debian:13.6-slim
COPY --from=build /usr/local/bin/node /usr/local/bin/node
# The first process of a container has no default action on a signal; tini gives it one, and passes signals on.
COPY --from=build /usr/bin/tini-static /usr/local/bin/tini
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
RUN groupadd --gid 1000 safeconduct \
  && useradd --uid 1000 --gid 1000 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin safeconduct \
  && install --directory --owner=1000 --group=1000 --mode=0700 /data \
  && node --version
COPY package.json LICENSE docker/image/health.mjs /app/
COPY --from=packages /app/node_modules /app/node_modules
COPY --from=build /app/dist/run /app/dist/run
COPY --from=build /app/dist/web /app/dist/web
COPY docker/image/with-secrets docker/image/safeconduct /usr/local/bin/
ENV NODE_ENV=production
USER 1000:1000
# Where paths begin that say nothing else: the default, `./data`, is /data.
WORKDIR /
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --start-interval=1s --retries=3 \
  CMD ["node", "/app/health.mjs"]
ENTRYPOINT ["tini", "--", "with-secrets"]
CMD ["node", "/app/dist/run/server.js", "--no-demo"]
