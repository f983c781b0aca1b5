/** Stands in for `@docusaurus/useGlobalData`: what plugins/reference tells every page, of a small portal. */
export function usePluginData(): object {
  return {
    apis: [
      {
        id: 'cardea',
        title: 'Cardea API',
        versions: [
          { id: 'v2', current: true },
          {
            id: 'v1',
            current: false,
            deprecated: { since: '2026-03-02', sunset: '2027-06-30', replacedBy: 'v2', guide: '/docs/move' },
          },
        ],
      },
    ],
  };
}
