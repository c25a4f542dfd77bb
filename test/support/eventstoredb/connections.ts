import { once } from 'node:events';
import { createServer, type AddressInfo, type Server as Listener, type Socket } from 'node:net';
import { ServerCredentials, type ConnectionInjector, type Server } from '@grpc/grpc-js';

export interface Tls {
  readonly cert: string;
  readonly key: string;
}

const loopback = '127.0.0.1';

/** The connections of a server, taken and cut by its own hand, so that it can be gone and come back on the same port. */
export class Connections {
  readonly #injector: ConnectionInjector;
  readonly #sockets = new Set<Socket>();
  #listener: Listener | undefined;
  #port: number;

  constructor(server: Server, port: number, tls: Tls | undefined) {
    this.#injector = server.createConnectionInjector(credentialsOf(tls));
    this.#port = port;
  }

  get port(): number {
    return this.#port;
  }

  get isListening(): boolean {
    return this.#listener !== undefined;
  }

  async listen(): Promise<void> {
    const listener = createServer((socket) => this.#take(socket));
    listener.listen(this.#port, loopback);
    await once(listener, 'listening');
    this.#port = (listener.address() as AddressInfo).port;
    this.#listener = listener;
  }

  /** Takes no more, and cuts those there are, as when a machine goes down. */
  async close(): Promise<void> {
    const listener = this.#listener;
    if (!listener) return;
    this.#listener = undefined;
    const closed = once(listener, 'close');
    listener.close();
    this.cut();
    await closed;
  }

  /** Cuts all of them, or those that are meant. */
  cut(isMeant: (socket: Socket) => boolean = () => true): void {
    for (const socket of [...this.#sockets].filter(isMeant)) socket.destroy();
  }

  /** Tells every client to go elsewhere (GOAWAY), lets its calls end, and cuts what is left after a while. */
  goAway(graceMs: number): void {
    this.#injector.drain(graceMs);
  }

  #take(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    // What goes wrong with a connection is told to its calls.
    socket.on('error', () => socket.destroy());
    socket.setNoDelay(true);
    this.#injector.injectConnection(socket);
  }
}

function credentialsOf(tls: Tls | undefined): ServerCredentials {
  if (!tls) return ServerCredentials.createInsecure();
  return ServerCredentials.createSsl(null, [
    { private_key: Buffer.from(tls.key), cert_chain: Buffer.from(tls.cert) },
  ]);
}
