/** Sets of invented MDS2 answers: what makers typically say, in three temperaments. */

/** Lines as they would be pasted; "#" is the note number of the form. */
export const MDS2_SETS: Record<string, string> = {
  'approval-needed': `
DOC-8 yes
DOC-10 no
CSUP-1 yes
CSUP-2 yes
CSUP-2.1 no
CSUP-2.2 yes Maker’s service only
CSUP-2.3 no
CSUP-2.4 no Each update is validated by the maker first
CSUP-3 yes
CSUP-3.2 yes
CSUP-4 no
CSUP-5 yes
CSUP-5.4 no
CSUP-7 no Ask the service desk
CSUP-8 no
CSUP-9 no
CSUP-10 no
CSUP-11 yes
CSUP-11.1 see notes On request
MLDP-1 yes
MLDP-2 no
MLDP-3 see notes Network separation is recommended
MLDP-4 no
MLDP-5 no
MLDP-5.2 no
CONN-1 yes
CONN-2 yes
CONN-3 yes
CONN-4 no
CONN-6 no
CONN-7 no
NAUT-1 no
NAUT-2 no
PAUT-1 no
PAUT-4 no
PAUT-5 no
SAHD-1 no
SAHD-8 see notes
SAHD-13 no
SGUD-3 no
SGUD-3.1 no
SGUD-4 yes
DTBK-2 yes
DTBK-5 no
RDMP-3 no
RDMP-4 no
SBOM-1 no
RMOT-1 yes`,
  'standing-permission': `
DOC-8 yes
DOC-10 yes
CSUP-1 yes
CSUP-2 yes
CSUP-2.1 yes Administration guide, chapter 6
CSUP-2.2 no
CSUP-2.3 yes
CSUP-2.4 yes Security updates of the operating system only
CSUP-3 yes
CSUP-3.2 yes
CSUP-4 yes
CSUP-4.1 yes
CSUP-4.2 no
CSUP-4.4 yes
CSUP-5 yes
CSUP-5.4 no
CSUP-7 yes
CSUP-8 no
CSUP-9 yes
CSUP-10 yes
CSUP-11 yes
CSUP-11.1 yes
CSUP-11.2 yes Every 30 days
MLDP-1 yes
MLDP-2 yes
MLDP-2.3 yes
MLDP-2.4 yes
MLDP-2.8 yes Data folders are to be left out of scans
MLDP-4 no
MLDP-5 yes
MLDP-5.2 yes
CONN-1 yes
CONN-2 yes
CONN-3 yes
CONN-4 yes
CONN-6 no
CONN-7 yes
NAUT-1 yes
NAUT-2 yes
NAUT-2.1 yes
PAUT-1 yes
PAUT-4 yes
PAUT-5 yes
PAUT-8 no
SAHD-1 yes
SAHD-8 yes
SAHD-13 yes
SAHD-14 yes
SGUD-3 yes
SGUD-3.1 yes
SGUD-4 yes
DTBK-2 yes
DTBK-5 yes
RDMP-3 yes
RDMP-4 yes
SBOM-1 yes
RMOT-1 yes
RMOT-1.1 yes`,
  partial: `
CSUP-1 yes
CSUP-2 yes
CSUP-2.1 see notes
CSUP-2.2 yes
CSUP-2.4 see notes Depends on the update
CSUP-11 see notes
MLDP-1 no
MLDP-2 n/a
CONN-1 yes
CONN-2 see notes
CONN-6 no
NAUT-2 no
PAUT-1 yes
PAUT-5 see notes
SAHD-13 see notes
DTBK-5 see notes
RDMP-3 no
SBOM-1 no`,
};

/** Components of a public bill of materials of an unnamed device; see NOTICE.md. */
export const COMPONENT_SETS: Record<'runtime' | 'radio', string> = {
  runtime: `
Newtonsoft.Json; 9.0.1; ; pkg:nuget/Newtonsoft.Json@9.0.1
log4net; 2.0.8; ; pkg:nuget/log4net@2.0.8
NLog; 4.5.11; ; pkg:nuget/NLog@4.5.11
BouncyCastle; 1.8.1; ; pkg:nuget/BouncyCastle@1.8.1
AutoMapper; 8.1.0; ; pkg:nuget/AutoMapper@8.1.0
Autofac; 4.8.1; ; pkg:nuget/Autofac@4.8.1
Dapper; 1.50.4; ; pkg:nuget/Dapper@1.50.4
EPPlus; 4.5.2.1; ; pkg:nuget/EPPlus@4.5.2.1
FluentValidation; 7.0.0; ; pkg:nuget/FluentValidation@7.0.0
jQuery; 3.1.1; ; pkg:nuget/jQuery@3.1.1
Quartz; 2.6.0; ; pkg:nuget/Quartz@2.6.0
protobuf-net; 2.3.17; ; pkg:nuget/protobuf-net@2.3.17
libphonenumber-csharp; 8.10.15; ; pkg:nuget/libphonenumber-csharp@8.10.15
OpenCvSharp4; 4.9.0.20240103; ; pkg:nuget/OpenCvSharp4@4.9.0.20240103`,
  radio: `
WolfSSL; 4.8.1; ; pkg:github/wolfssl/wolfssl
NXP SDK; 2.9.0; ; pkg:github/nxp-mcuxpresso/mcux-sdk
fatFS; 0.13c; ; pkg:github/abbrev/fatfs
Qualcomm Atheros QCA9563; ; ; pkg:generic/qualcomm_atheros_qca9563`,
};
