/** The three services of a server that the client speaks to, with answers that come as bytes. */
import type { Server, ServiceDefinition } from '@grpc/grpc-js';
import gossipStubs from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import featureStubs from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import streamStubs from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { append } from './calls/append.ts';
import { batchAppend } from './calls/batch-append.ts';
import { gossip, serverFeatures } from './calls/node-facts.ts';
import { read } from './calls/read.ts';
import { deleteSoftly, tombstone } from './calls/removal.ts';
import type { Node } from './node.ts';

export function serve(server: Server, node: Node): void {
  server.addService(answeredInBytes(streamStubs.StreamsService), {
    append: append(node),
    batchAppend: batchAppend(node),
    read: read(node),
    delete: deleteSoftly(node),
    tombstone: tombstone(node),
  });
  server.addService(answeredInBytes(gossipStubs.GossipService), { read: gossip(node) });
  if (!node.dialect.serverFeatures) return;
  const features = answeredInBytes(featureStubs.ServerFeaturesService);
  server.addService(features, { getSupportedMethods: serverFeatures(node) });
}

/** Every answer is written by this server, and an event only once, however often it is read. */
function answeredInBytes(service: ServiceDefinition): ServiceDefinition {
  const methods = Object.entries(service).map(([name, method]) => [
    name,
    { ...method, responseSerialize: (content: Buffer) => content },
  ]);
  return Object.fromEntries(methods) as ServiceDefinition;
}
