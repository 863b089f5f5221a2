# syntax=docker/dockerfile:1
# From Node 24.19 on, better-sqlite3 12 compiled from source can abort the process when it collects a statement
# (ObjectWrap changed there); its line 13 is sound but no longer runs on Node 20.
FROM node:24.18-slim AS build
WORKDIR /app
# Where no prebuilt better-sqlite3 can be downloaded it is compiled here; nothing of this reaches the image below.
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json .npmrc ./
# Before the sources, so that a changed line of code installs and compiles nothing anew.
RUN npm ci --ignore-scripts && npm rebuild better-sqlite3
COPY tsconfig.json tsconfig.build.json rolldown.config.ts ./
COPY src src
RUN npm run build && npm prune --omit=dev
COPY migrations migrations
COPY config config

FROM node:24.18-slim
ENV NODE_ENV=production TZ=UTC DESK_DATA=/data DESK_HEALTH_HOST=127.0.0.1
# Short-lived objects get little room, and threads share their heaps of native memory: 15 MB less for an idle desk.
# What V8 compiles with comes in pieces of 32 KB: mapped one by one they go back to the machine, 20 MB that glibc keeps
# otherwise, behind a few bytes that stay in use (mallopt(3), M_MMAP_THRESHOLD).
ENV NODE_OPTIONS=--max-semi-space-size=4 MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=32768
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/migrations migrations
COPY --from=build /app/config config
# The root file system may be read-only: everything the desk writes is in this volume.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
HEALTHCHECK --interval=30s --timeout=5s --start-period=40s CMD ["node", "dist/cli/askHealth.js"]
# Node runs as process 1 and handles SIGTERM itself: it ends what it has in hand and closes the database.
# Garbage is collected before the heap doubles: with 1,000 feeds half the memory, for two fifths more time of the CPU.
CMD ["node", "--optimize-for-size", "dist/cli/desk.js", "run"]
