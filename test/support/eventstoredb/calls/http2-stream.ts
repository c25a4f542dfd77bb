import type { ServerHttp2Stream } from 'node:http2';

/**
 * The stream underneath a call. grpc-js shows none, but without it a call can be neither torn, nor sent many messages at
 * a time.
 */
export function http2StreamOf(call: object): ServerHttp2Stream {
  const { stream } = (call as { call?: { stream?: ServerHttp2Stream } }).call ?? {};
  if (!stream) throw new Error('this version of grpc-js keeps its stream elsewhere');
  return stream;
}
