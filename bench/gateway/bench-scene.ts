import { readFileSync } from 'node:fs';
import { DESCRIPTION, exampleRequests } from './example-exchange.ts';
import { startProgram } from './child.ts';
import { type Generator, startGenerator } from './generator.ts';
import type { LoadRequest, Phase } from './open-loop.ts';
import { type OurGateway, startOurGateway } from './our-gateway.ts';
import { startPrism } from './prism.ts';
import type { PhaseResult } from './tally.ts';

/** One of those who are compared: where to send, and what. */
export interface Subject {
  readonly name: string;
  readonly origin: string;
  readonly requests: readonly LoadRequest[];
  /** Undefined where its processor time is not of interest. */
  readonly pid: number | undefined;
}

/** All processes of the benchmark: generator, upstreams, and who stands between them. */
export interface Scene {
  readonly generator: Generator;
  readonly gateway: OurGateway;
  readonly ours: Subject;
  /** Through the gateway to the other upstream. */
  readonly neighbour: Subject;
  readonly direct: Subject;
  readonly bare: Subject;
  /** Only where it was asked for: it is installed first. */
  readonly prism: Subject | undefined;
  /** Makes the neighbour's upstream say nothing any more, or answer again. */
  letNeighbour(word: 'hang' | 'answer'): void;
  stop(): Promise<void>;
}

/** As many as a client library keeps to one host; beyond, requests wait in the generator. */
export const CONNECTIONS = 256;

export async function openScene(folder: string, wanted: { prism: boolean }): Promise<Scene> {
  const stops: (() => Promise<void>)[] = [];
  const keep = <Started extends { stop(): Promise<void> }>(started: Started): Started => {
    stops.unshift(() => started.stop());
    return started;
  };
  const upstream = keep(await startProgram('upstream'));
  const other = keep(await startProgram('upstream'));
  const [upstreamOrigin, otherOrigin] = [String(upstream.said), String(other.said)];
  const gateway = keep(await startOurGateway(folder, { v2: upstreamOrigin, v1: otherOrigin }));
  const bare = keep(await startProgram('bare-proxy', upstreamOrigin));
  const prism = wanted.prism ? keep(await startPrism(DESCRIPTION, upstreamOrigin)) : undefined;
  const generator = keep(await startGenerator());
  const { live } = gateway.keys;
  const plain = await exampleRequests('', live);
  const through = (version: string) => exampleRequests(`/gateway/cardea/${version}`, live);
  const subject = (name: string, origin: string, requests: readonly LoadRequest[], pid?: number): Subject => ({
    name,
    origin,
    requests,
    pid,
  });
  return {
    generator,
    gateway,
    ours: subject('ours', gateway.origin, await through('v2'), gateway.pid),
    neighbour: subject('neighbour', gateway.origin, await through('v1')),
    direct: subject('direct', upstreamOrigin, plain, upstream.process.pid),
    bare: subject('bare node:http + undici', String(bare.said), plain, bare.process.pid),
    prism: prism && subject("Prism's proxy", prism.origin, plain),
    letNeighbour: (word) => void other.process.send(word),
    stop: async () => {
      for (const stop of stops) await stop();
    },
  };
}

/** Sends to one subject alone. */
export async function load(scene: Scene, { origin, requests }: Subject, phase: Phase): Promise<PhaseResult> {
  const [{ phases }] = await scene.generator.run({ origin, requests, phases: [phase], connections: CONNECTIONS });
  const [result] = phases;
  if (!result) throw new Error('A load of one phase has one result.');
  return result;
}

const TICKS_A_SECOND = 100;

/** What a process has used of the processors so far (Linux: `/proc`), in seconds. */
export function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}
