# Build: compile, then drop what only compiling and testing need.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json ./
COPY src ./src
COPY pipelines ./pipelines
COPY dashboards ./dashboards
COPY bench ./bench
COPY samples ./samples
RUN npx tsc -p tsconfig.json && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

# Run: as a user without rights, on a root file system that may be read-only; only /data is written.
FROM node:20-bookworm-slim
ENV NODE_ENV=production EARSHOT_HOST=0.0.0.0 EARSHOT_DATA_DIR=/data EARSHOT_METRICS_PORT=4311
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json LICENSE ./
COPY models ./models
COPY samples ./samples
COPY dashboards ./dashboards
COPY src ./src
COPY pipelines ./pipelines
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4310
HEALTHCHECK --interval=10s --timeout=4s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4310/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/src/cli.js"]
CMD ["start"]
