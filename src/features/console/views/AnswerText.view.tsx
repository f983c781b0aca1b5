import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Bytes } from '../answer/answer';
import { isMarkup, viewsOfText, type BodyView } from '../answer/body/shown-views';
import { useReading, type Reading } from '../answer/body/use-reading';
import { findingsByNode, placeFindings, type AnswerFinding } from '../answer/contract-check/answer-finding';
import type { WantedMark } from '../answer/contract-check/use-marks';
import { useFind } from '../answer/find/use-find';
import type { ShownPlace } from '../answer/find/shown-place';
import { formatBytes } from '../answer/format-figures';
import type { JsonIndex } from '../answer/json-index/json-index';
import { essenceOf } from '../answer/media-type';
import { indentXml } from '../answer/preview/indent-xml';
import { saveFile } from '../answer/save-file';
import { AnswerPreview } from './AnswerPreview.view';
import { AnswerRaw } from './AnswerRaw.view';
import { AnswerTable } from './AnswerTable.view';
import { AnswerTools } from './AnswerTools.view';
import { AnswerTree } from './AnswerTree.view';
import styles from './AnswerBody.module.css';

export interface AnswerTextProps {
  /** As it came, where that is at hand. */
  readonly body: Bytes | string;
  /** The same as text, where it is short. */
  readonly text: string | null;
  readonly contentType: string | null;
  readonly fileName: string;
  readonly findings: readonly AnswerFinding[];
  /** The mark to go to. */
  readonly wanted: WantedMark | null;
  /** Called when JSON has been read to its end. */
  readonly onRead?: ((index: JsonIndex) => void) | undefined;
}

const mostShortBytes = 2_000_000;

/** A body that is text. It is somebody else's: it reaches the page as text only, or in a frame where nothing runs. */
export function AnswerText({ body, text, contentType, ...rest }: AnswerTextProps) {
  const isXml = /[/+]xml$/.test(essenceOf(contentType));
  const shown = useMemo(() => (isXml && text !== null ? indentXml(text) : body), [isXml, text, body]);
  const state = useReading(shown, typeof shown === 'string' ? null : contentType);
  if (state.kind === 'working') {
    return (
      <p className={styles.more} role="status">
        Reading the answer… {Math.round(state.progress * 100)} %
        <progress className={styles.progress} value={state.progress} />
      </p>
    );
  }
  return <ReadText body={body} text={text} contentType={contentType} {...rest} reading={state.reading} />;
}

function ReadText({
  body,
  text,
  reading,
  contentType,
  fileName,
  findings,
  wanted,
  onRead,
}: AnswerTextProps & { reading: Reading }) {
  const { json, bytes } = reading;
  const isWholeJson = json !== null && json.fault === null;
  const isJson = json !== null && (isWholeJson || essenceOf(contentType).endsWith('json'));
  const views = viewsOfText(contentType, isJson, bytes.length <= mostShortBytes);
  const [chosen, setChosen] = useState<BodyView | null>(null);
  const view = chosen !== null && views.includes(chosen) ? chosen : (views[0] ?? 'raw');
  const [isWrapped, setWrapped] = useState(false);
  const [query, setQuery] = useState('');
  const found = useFind(isJson ? reading : withoutJson(reading), query);
  const [hit, setHit] = useState<Hit | null>(null);
  // Of a hit and a mark, the one that was asked for last is shown.
  const at = hit?.of === found.places && hit.after === wanted ? hit.at : -1;
  const placed = useMemo(() => (isJson ? placeFindings(json, findings) : []), [isJson, json, findings]);
  const marks = useMemo(() => findingsByNode(placed), [placed]);

  const place = useMemo((): ShownPlace | null => {
    const node = at === -1 ? undefined : found.places[at];
    if (node !== undefined) return { node };
    const mark = wanted?.finding;
    const finding = placed.find(({ pointer, expected }) => pointer === mark?.pointer && expected === mark.expected);
    return finding ? { node: finding.node, takesFocus: true } : null;
  }, [at, found, placed, wanted]);

  const step = useCallback(
    (by: 1 | -1) => {
      const { length } = found.places;
      if (length === 0) return;
      setHit((now) => {
        const from = now?.of === found.places ? now.at : by === 1 ? -1 : length;
        return { of: found.places, at: (from + by + length) % length, after: wanted };
      });
    },
    [found, wanted],
  );
  useEffect(() => {
    if (isWholeJson) onRead?.(json);
  }, [isWholeJson, json, onRead]);
  const whole = (): string => text ?? new TextDecoder().decode(bytes);
  const isSearchable = view === 'tree' || view === 'raw';
  return (
    <div className={styles.text}>
      <AnswerTools
        views={views}
        view={view}
        onView={setChosen}
        {...(isSearchable && {
          find: {
            query,
            onQuery: (next: string) => {
              setHit(null);
              setQuery(next);
            },
            count: countWords(query, found.query, found.places.length, found.isAll, at),
            hasAny: found.places.length > 0,
            onStep: step,
          },
        })}
        {...(view === 'raw' && { wrap: { isOn: isWrapped, onChange: setWrapped } })}
        copy={whole}
        onDownload={() => saveFile(new Blob([body]), fileName)}
      />
      {isJson && json.fault && <Fault reading={reading} expected={json.fault.expected} at={json.fault.at} />}
      {!reading.isValid && (
        <p className={styles.more}>
          Some of the bytes are not UTF-8 text; they are shown as �. The download has them as they came.
        </p>
      )}
      {view === 'tree' && json && <AnswerTree index={json} query={found.query} findings={marks} place={place} />}
      {view === 'raw' && (
        <AnswerRaw
          reading={reading}
          isJson={isJson && isWholeJson}
          isMarkup={isMarkup(contentType)}
          isWrapped={isWrapped}
          query={found.query}
          findings={placed}
          place={place && isJson && !isWholeJson ? null : place}
        />
      )}
      {view === 'preview' && <AnswerPreview text={whole()} contentType={contentType} />}
      {view === 'table' && <AnswerTable text={whole()} contentType={contentType} />}
    </div>
  );
}

interface Hit {
  readonly of: Uint32Array;
  readonly at: number;
  /** The mark that was shown before it. */
  readonly after: WantedMark | null;
}

function Fault({ reading, expected, at }: { reading: Reading; expected: string; at: number }) {
  const before = new TextDecoder().decode(reading.bytes.subarray(Math.max(0, at - 200_000), at));
  const isTooMuch = expected.startsWith('at most ');
  if (isTooMuch) {
    return (
      <p className={styles.more}>The tree has {expected}; this answer has more. Raw and the download have all of it.</p>
    );
  }
  return (
    <p className={styles.more} role="note">
      {at >= reading.bytes.length
        ? `The JSON ends too early, after ${formatBytes(at)}: expected ${expected}.`
        : `Not JSON from ${at <= 200_000 ? `line ${before.split('\n').length}, column ${before.length - before.lastIndexOf('\n')}` : `byte ${at.toLocaleString('en')}`} on: expected ${expected}.`}
    </p>
  );
}

const cache = new WeakMap<Reading, Reading>();

/** The same with hits counted by rows of the text. */
function withoutJson(reading: Reading): Reading {
  let plain = cache.get(reading);
  if (!plain) cache.set(reading, (plain = { ...reading, json: null }));
  return plain;
}

function countWords(query: string, found: string, count: number, isAll: boolean, at: number): string {
  if (query === '') return '';
  if (found !== query) return '…';
  if (count === 0) return 'none';
  const all = `${count.toLocaleString('en')}${isAll ? '' : '+'}`;
  return at === -1 ? `${all} found` : `${at + 1} of ${all}`;
}
