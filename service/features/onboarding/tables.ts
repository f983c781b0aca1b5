export interface RecordsTable {
  organization: string;
  journey: string;
  step: string;
  title: string | null;
  definition: string;
  at: string;
  is_proven: number;
  evidence: string;
}

export interface LooksTable {
  organization: string;
  journey: string;
  definitions: string;
  exchange: string;
}

export interface DefinitionsTable {
  journey: string;
  step: string;
  definition: string;
  since: string;
}

export type JourneyTables = Record<'journey_records', RecordsTable> &
  Record<'journey_looks', LooksTable> &
  Record<'journey_definitions', DefinitionsTable>;
