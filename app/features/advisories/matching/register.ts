/** What matching needs to know of the register. Pure types. */

export interface RegisteredModel {
  id: string;
  /** The maker as the register has it. */
  supplier: string;
  name: string;
  modelNumber: string;
  /** What kind of device, in words. */
  kind: string;
  udiDi: string;
  /** Operating systems of the model and of its units, as written: "windows 7-sp1", "VxWorks 6.9". */
  systems: readonly string[];
}

export interface RegisteredComponent {
  /** null: the operating system of the model, which stands in no list of components. */
  id: string | null;
  modelId: string;
  name: string;
  release: string;
  supplier: string;
  purl: string;
}

/** The units of a model that run one version, by operating system. */
export interface RunningVersion {
  /** '' is not known. */
  version: string;
  units: number;
  /** As in RegisteredModel; '' is not known. */
  systems: Readonly<Record<string, number>>;
}
