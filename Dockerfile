# The ledger as one process. Built in one stage, run in another that holds neither compiler nor development packages.
FROM node:20-slim AS build
WORKDIR /ledger
# For better-sqlite3, where no built one can be downloaded.
RUN apt-get update \
 && apt-get install -y --no-install-recommends g++ make python3 \
 && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json .npmrc tsconfig.json tsconfig.build.json ./
COPY src ./src
RUN npm ci && npm prune --omit=dev --ignore-scripts

FROM node:20-slim
ENV NODE_ENV=production
WORKDIR /ledger
COPY --from=build /ledger/package.json ./
COPY --from=build /ledger/node_modules ./node_modules
COPY --from=build /ledger/dist ./dist
COPY examples ./examples
COPY docs ./docs
RUN install --directory --owner=node --group=node --mode=0700 /data /keys
USER node
VOLUME /data
EXPOSE 8080
# Inside the container any address may ask; who may reach the container is for docker-compose.yml to say.
ENV RESTITUTION_DATA=/data RESTITUTION_HOST=0.0.0.0 RESTITUTION_PORT=8080
# What `npm start` starts, without npm in between, so that a request to stop reaches the ledger.
CMD ["node", "dist/main.js"]
