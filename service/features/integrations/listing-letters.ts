import { letterLine } from '../../platform/mail/letter-line.ts';
import type { Mail } from '../../platform/mail/index.ts';

/** Where the links of letters lead, and what the portal is called. */
export interface LetterPlace {
  readonly portal: string;
  /** `https://portal.example` */
  readonly site: string;
}

export interface LetterMatter {
  readonly organization: string;
  /** The integration's name. */
  readonly name: string;
  /** Of the public page. */
  readonly slug: string | null;
  /** What the staff said. */
  readonly note: string | null;
}

type Letter = Omit<Mail, 'to'>;

const letter = (subject: string, paragraphs: readonly (string | null)[]): Letter => ({
  subject,
  text: `${paragraphs.filter((paragraph) => paragraph !== null && paragraph !== '').join('\n\n')}\n`,
});

/** What is written to an organization and to the staff when the state of a listing changes: plain text, one link each. */
export function listingLetters({ portal, site }: LetterPlace) {
  const editor = `${site}/integrations/edit`;
  const named = ({ name }: LetterMatter) => `“${letterLine(name)}”`;
  const address = ({ slug }: LetterMatter) => `${site}/integrations/${slug ?? ''}`;
  return {
    /** To the staff. */
    submitted: (matter: LetterMatter) =>
      letter(`${letterLine(matter.organization)} asks for a review of its listing`, [
        `${letterLine(matter.organization)} sent the listing ${named(matter)} to review:`,
        `${site}/team/integrations`,
        `You get this mail as one of the staff of ${portal}'s developer portal.`,
      ]),
    /** To the organization, which has launched. */
    published: (matter: LetterMatter) =>
      letter(`${letterLine(matter.name)} is in the directory of ${portal}`, [
        `Your integration ${named(matter)} is in the public directory:`,
        address(matter),
        matter.note,
      ]),
    /** To the organization, which has not launched. */
    approved: (matter: LetterMatter) =>
      letter(`Your listing ${letterLine(matter.name)} is approved`, [
        `The listing ${named(matter)} is approved. It becomes public with the launch of ${letterLine(matter.organization)}, by itself:`,
        editor,
        matter.note,
      ]),
    returned: (matter: LetterMatter) =>
      letter(`Your listing ${letterLine(matter.name)} needs a change`, [
        `We looked at the listing ${named(matter)}, and cannot publish it as it is:`,
        matter.note,
        'What was public before stays so. Change it and send it again:',
        editor,
      ]),
    unpublished: (matter: LetterMatter) =>
      letter(`${letterLine(matter.name)} was taken out of the directory`, [
        `The listing ${named(matter)} is not public any more:`,
        matter.note,
        'Change it and send it to review, and it can come back:',
        editor,
      ]),
    /** To the staff: what was public is gone, or has come, without their doing. */
    removed: (matter: LetterMatter) =>
      letter(`${letterLine(matter.organization)} removed its listing`, [
        `${letterLine(matter.organization)} removed the listing ${named(matter)}. It is not in the directory any more.`,
      ]),
    launched: (matter: LetterMatter) =>
      letter(`${letterLine(matter.name)} is in the directory`, [
        `${letterLine(matter.organization)} has launched, and its approved listing ${named(matter)} is public:`,
        address(matter),
      ]),
  };
}
