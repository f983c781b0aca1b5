import { StreamLanguage, type StreamParser } from '@codemirror/language';

interface State {
  inTag: boolean;
  /** What ends the comment or section that was begun; '' where none is. */
  until: string;
}

/** Colours of XML. Forty lines in the place of a parser of its own (`@codemirror/lang-xml`, 12 KB): what is well-formed is told elsewhere. */
const parser: StreamParser<State> = {
  name: 'xml',
  startState: () => ({ inTag: false, until: '' }),
  copyState: (state) => ({ ...state }),
  token(stream, state) {
    if (state.until !== '') {
      const isEnd = stream.skipTo(state.until);
      if (isEnd) {
        stream.match(state.until);
        state.until = '';
      } else stream.skipToEnd();
      return 'comment';
    }
    if (state.inTag) {
      if (stream.eatSpace()) return null;
      if (stream.match(/^\/?>/)) {
        state.inTag = false;
        return 'punctuation';
      }
      if (stream.match(/^"[^"]*"?|^'[^']*'?/)) return 'string';
      if (stream.match(/^[^\s=>/"']+/)) return 'attributeName';
      stream.next();
      return 'punctuation';
    }
    for (const [begin, end] of [
      ['<!--', '-->'],
      ['<![CDATA[', ']]>'],
      ['<?', '?>'],
      ['<!', '>'],
    ] as const) {
      if (!stream.match(begin)) continue;
      state.until = end;
      return 'comment';
    }
    if (stream.match(/^<\/?[^\s>/]*/)) {
      state.inTag = true;
      return 'tagName';
    }
    if (stream.match(/^&[^\s;]*;/)) return 'number';
    if (!stream.match(/^[^<&]+/)) stream.next();
    return null;
  },
};

export const xmlLanguage = StreamLanguage.define(parser);
