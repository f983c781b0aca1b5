import type { Template } from './template.ts';

/** What `x-sandbox` says at an operation. The names of members are those of JSON; `a.b` is a member of a member. */
export interface OperationRules {
  /** What must be true of the item, in this order; else the operation is refused and nothing changes. */
  readonly requires: readonly Requirement[];
  /** Members that the operation sets, whatever the request says. */
  readonly sets: Assignments;
  /** Items that come to be in other collections. */
  readonly creates: readonly Creation[];
  /** Items of other collections that go. */
  readonly removes: readonly Selection[];
}

export type Assignments = Readonly<Record<string, Template>>;

/** Members that have one of these values. */
export type Conditions = Readonly<Record<string, readonly Template[]>>;

export interface Requirement {
  readonly that: RequiredMember | RequiredAbsence;
  /** Declared at the operation. */
  readonly status: RefusalStatus;
  /** `{status}` in it is the item's member, `{$body.note}` the request's. */
  readonly detail: string | undefined;
  /** The name of the declared response's example that the refusal is like. */
  readonly example: string | undefined;
}

export type RefusalStatus = 400 | 403 | 404 | 409 | 410 | 412 | 422;

/** The member's value is one of `in`, none of `notIn`, and a time after `after` and before `before`. */
export interface RequiredMember {
  readonly kind: 'member';
  /** Of the item, `status`; or of the request, `$body.ends_at`. */
  readonly member: string;
  readonly in: readonly Template[] | undefined;
  readonly notIn: readonly Template[] | undefined;
  readonly after: Template | undefined;
  readonly before: Template | undefined;
}

/** No such item is in another collection. */
export interface RequiredAbsence extends Selection {
  readonly kind: 'none';
}

/** Items of the collection whose members have these values. */
export interface Selection {
  /** The path of a collection, `/credentials`. */
  readonly in: string;
  readonly where: Assignments;
}

export interface Creation {
  /** The path of a collection without parameters: `/events`. */
  readonly in: string;
  readonly with: Assignments;
  /** The member of the item that gets the id of what was made. */
  readonly idTo: string | undefined;
}

/** What `x-sandbox` says at the schema of an item. */
export interface ItemRules {
  readonly becomes: readonly Transition[];
}

/** A change that time brings: once `at` has passed and while the conditions hold. */
export interface Transition {
  readonly if: Conditions;
  readonly at: Template;
  readonly sets: Assignments;
  readonly creates: readonly Creation[];
}

/** What `x-sandbox` says at the schema of a member. */
export interface MemberRules {
  /** No other item of the collection has the value; `within`: none that has the same value of that other member. */
  readonly unique: { readonly within: string | undefined } | undefined;
  /** The path of the collection whose item's id this is. */
  readonly refersTo: string | undefined;
}
