/** An invented maker with its advisory and its inventory, for journeys that bring both: new names with each mark. */

export interface Threat {
  maker: string;
  /** What the advisory names, and what stands in the inventory under the same name. */
  pump: string;
  /** In the inventory only, and much like the pump by its name. */
  pumpElsewhere: string;
  advisoryId: string;
  cve: string;
}

/** Two of them share no word that says who or what they are. @param mark a few signs that nothing else has */
export function threatOf(mark: string): Threat {
  const number = (Number.parseInt(mark, 16) % 900_000) + 100_000;
  return {
    maker: `K${mark} Instruments`,
    pump: `T${mark} syringe pump`,
    pumpElsewhere: `T${mark} syringe pump rack`,
    advisoryId: `ADV-${mark}`,
    cve: `CVE-2026-${number}`,
  };
}

/** The advisory: every version up to 4.2 is hit, and the words under "vendor fix" say that there is none. */
export function advisoryOf({ maker, pump, advisoryId, cve }: Threat): string {
  const at = '2026-11-02T09:00:00.000Z';
  const product = { product_id: 'P-1', name: `${maker} ${pump} <=4.2` };
  return JSON.stringify({
    document: {
      category: 'csaf_security_advisory',
      csaf_version: '2.0',
      title: `${pump}: a service port without authentication`,
      publisher: { category: 'vendor', name: maker, namespace: 'https://maker.example' },
      tracking: {
        id: advisoryId,
        status: 'final',
        version: '1',
        initial_release_date: at,
        current_release_date: at,
        revision_history: [{ number: '1', date: at, summary: 'First edition.' }],
      },
    },
    product_tree: {
      branches: [
        {
          category: 'vendor',
          name: maker,
          branches: [
            {
              category: 'product_name',
              name: pump,
              branches: [{ category: 'product_version_range', name: '<=4.2', product }],
            },
          ],
        },
      ],
    },
    vulnerabilities: [
      {
        cve,
        notes: [{ category: 'summary', text: 'Whoever reaches the service port can stop an infusion.' }],
        product_status: { known_affected: ['P-1'] },
        scores: [
          {
            products: ['P-1'],
            cvss_v3: {
              version: '3.1',
              vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H',
              baseScore: 9.1,
              baseSeverity: 'CRITICAL',
            },
          },
        ],
        remediations: [
          {
            category: 'vendor_fix',
            details: `${maker} will not be issuing an update for this product.`,
            product_ids: ['P-1'],
          },
        ],
      },
    ],
  });
}

const cell = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/**
 * An inventory as a hospital has it: a title above the headings, headings of its own, the maker spelled in another way,
 * days of which nobody can see whether the day or the month stands first.
 */
export function inventoryOf({ maker, pump, pumpElsewhere }: Threat, units: number): string {
  const headings = [
    'Inv.No (old)',
    'S/N',
    'OEM',
    'Device Type / Model',
    'SW Version',
    'Facility',
    'Ward',
    'In use since',
  ];
  const lines = Array.from({ length: units }, (_, index) => {
    const rack = index % 10 === 9;
    return [
      `HT-${String(index).padStart(5, '0')}`,
      `TRN${String(index).padStart(6, '0')}`,
      index % 2 === 0 ? `${maker} Ltd.` : maker.toUpperCase(),
      rack ? pumpElsewhere : pump,
      rack ? '1.0' : ['4.1', '4.2', '5.0'][index % 3],
      'Sankt Anselm Nord',
      `Ward ${index % 24}`,
      '03/04/2021',
    ];
  });
  return [['Export of 28.11.2026'], headings, ...lines]
    .map((line) => line.map((one) => cell(one ?? '')).join(','))
    .join('\r\n');
}
