import {
  Metadata,
  Server,
  ServerCredentials,
  ServerInterceptingCall,
  type sendUnaryData,
  type ServerInterceptor,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import {
  ClusterInfo,
  EndPoint,
  GossipService,
  MemberInfo,
  ServerFeaturesService,
  StreamsService,
  StreamsServiceService,
  SupportedMethod,
  SupportedMethods,
  UUID,
} from './messages.mjs';
import type { doubleVersions } from '../../../tools/kurrentdb-levels.mjs';
import { append, batchAppend, withFault } from './appends.js';
import { Faults } from './faults.js';
import { DoubleLog } from './log.js';
import type { Node } from './node.js';
import { read } from './reads.js';
import type { Reading } from './records.js';
import { appendRecords, appendSession } from './several-appends.js';

/** The servers that the double can claim to be. */
export type DoubleVersion = (typeof doubleVersions)[number];

const v1 = 'event_store.client.streams.streams';
const v2 = 'kurrentdb.protocol.v2.streams.streamsservice';

/** What each of them says it can do, service and method in small letters as a server writes them. */
const methods: Readonly<Record<DoubleVersion, readonly (readonly [string, string])[]>> = {
  '23.10.8': [
    [v1, 'read'],
    [v1, 'append'],
    [v1, 'batchappend'],
  ],
  '25.1.0': [
    [v1, 'read'],
    [v1, 'append'],
    [v1, 'batchappend'],
    [v2, 'appendsession'],
  ],
  '26.1.0': [
    [v1, 'read'],
    [v1, 'append'],
    [v1, 'batchappend'],
    [v2, 'appendsession'],
    [v2, 'appendrecords'],
  ],
};

export interface DoubleOptions {
  readonly version: DoubleVersion;
  /** Leaves out appends in batches, so that the client appends one call at a time. */
  readonly isUnary?: boolean;
  readonly searchWindow?: number;
  /** How many bytes it takes in one append; as many as a real server by default when left out. */
  readonly appendBytesMax?: number | undefined;
}

/**
 * A server that speaks the protocol of KurrentDB from memory, on a socket of this machine. The unchanged client
 * appends, reads and subscribes through it. It shows how the store behaves when a server fails; how a real
 * server fails, orders and loses is shown by a real one.
 */
export class KurrentdbDouble implements Node {
  readonly log: DoubleLog;
  readonly faults = new Faults();
  isFrozen = false;
  #server: Server | undefined;
  #port = 0;

  private constructor(private readonly options: DoubleOptions) {
    this.log = new DoubleLog(options.appendBytesMax);
  }

  static async start(options: DoubleOptions): Promise<KurrentdbDouble> {
    const double = new KurrentdbDouble(options);
    await double.start();
    return double;
  }

  get port(): number {
    return this.#port;
  }

  get searchWindow(): number | undefined {
    return this.options.searchWindow;
  }

  get url(): string {
    return `kurrentdb://127.0.0.1:${this.#port}?tls=false`;
  }

  /** Starts, on the port that it had before, with the log that it had. */
  async start(): Promise<void> {
    const server = new Server({
      'grpc.max_receive_message_length': 17 * 1024 * 1024,
      'grpc.max_send_message_length': 17 * 1024 * 1024,
      interceptors: [promptHeaders(this)],
    });
    this.#addServices(server);
    this.#server = server;
    this.#port = await new Promise<number>((resolve, reject) => {
      server.bindAsync(`127.0.0.1:${this.#port}`, ServerCredentials.createInsecure(), (error, port) => {
        if (error === null) resolve(port);
        else reject(error);
      });
    });
  }

  /** Breaks every connection. The log stays. */
  stop(): void {
    this.#server?.forceShutdown();
    this.#server = undefined;
  }

  #addServices(server: Server): void {
    const streams: UntypedServiceImplementation = {
      read: (call: Reading) => {
        read(this, call);
      },
      append: (...args: Rest<typeof append>) => {
        append(this, ...args);
      },
      batchAppend: (...args: Rest<typeof batchAppend>) => {
        batchAppend(this, ...args);
      },
    };
    server.addService(StreamsService, streams);
    server.addService(ServerFeaturesService, {
      getSupportedMethods: (_: unknown, reply: sendUnaryData<SupportedMethods>) => {
        this.#tellFeatures(reply);
      },
    });
    server.addService(GossipService, {
      read: (_: unknown, reply: sendUnaryData<ClusterInfo>) => {
        if (!this.isFrozen) reply(null, this.#gossip());
      },
    });
    if (this.options.version === '23.10.8') return;
    server.addService(StreamsServiceService, {
      appendSession: (...args: Rest<typeof appendSession>) => {
        appendSession(this, ...args);
      },
      appendRecords: (...args: Rest<typeof appendRecords>) => {
        appendRecords(this, ...args);
      },
    });
  }

  #tellFeatures(reply: sendUnaryData<SupportedMethods>): void {
    const answer = (features: SupportedMethods) => {
      reply(null, features);
    };
    withFault(this.isFrozen ? { kind: 'noAnswer' } : this.faults.take('features'), {
      node: this,
      work: () => this.#features(),
      answer,
      refuse: reply,
      close: () => {},
      whole: () => {
        answer(this.#features());
      },
    });
  }

  #features(): SupportedMethods {
    const { version, isUnary = false } = this.options;
    const features = new SupportedMethods();
    features.setEventStoreServerVersion(version);
    for (const [service, method] of methods[version]) {
      if (isUnary && method === 'batchappend') continue;
      features.addMethods(new SupportedMethod().setServiceName(service).setMethodName(method));
    }
    return features;
  }

  /** A cluster of this node, which leads. */
  #gossip(): ClusterInfo {
    const member = new MemberInfo();
    member.setInstanceId(new UUID().setString('00000000-0000-4000-8000-00000000000b'));
    member.setTimeStamp(String(Date.now()));
    member.setState(MemberInfo.VNodeState.LEADER).setIsAlive(true);
    member.setHttpEndPoint(new EndPoint().setAddress('127.0.0.1').setPort(this.#port));
    const info = new ClusterInfo();
    info.addMembers(member);
    return info;
  }
}

/**
 * Sends the headers of an answer to a read as soon as the call is there. The client sends a call in two pieces
 * and waits for the acknowledgement of the first one, which takes 40 ms on its own and nothing beside an answer;
 * a run of the contract has thousands of reads.
 */
const promptHeaders =
  (node: Node): ServerInterceptor =>
  ({ path }, call) =>
    new ServerInterceptingCall(call, {
      start: (next) => {
        next({
          onReceiveMetadata: (metadata, onward) => {
            if (path === StreamsService.read.path && !node.isFrozen) call.sendMetadata(new Metadata());
            onward(metadata);
          },
        });
      },
    });

type Rest<Call extends (node: Node, ...args: never[]) => void> =
  Parameters<Call> extends [Node, ...infer Others] ? Others : never;
