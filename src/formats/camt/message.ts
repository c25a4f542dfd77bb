/** Both messages, in the versions that there are; what is read of them is the same in all. */
export const camtMessage = /^urn:iso:std:iso:20022:tech:xsd:camt\.(053|054)\.001\.(?:0[1-9]|1[0-4])$/;

/** The elements of either that are read one by one. */
export const camtRecords: ReadonlySet<string> = new Set([
  'Document/BkToCstmrStmt',
  'Document/BkToCstmrDbtCdtNtfctn',
  // In version 1 the message was named by its number.
  'Document/camt.053.001.01',
  'Document/camt.054.001.01',
  'BkToCstmrStmt/Stmt',
  'BkToCstmrDbtCdtNtfctn/Ntfctn',
  'BkToCstmrStmtV01/Stmt',
  'BkToCstmrDbtCdtNtfctnV01/Ntfctn',
  'camt.053.001.01/Stmt',
  'camt.054.001.01/Ntfctn',
  ...['Stmt', 'Ntfctn'].flatMap((of) => ['Acct', 'Bal', 'TxsSummry', 'Ntry'].map((each) => `${of}/${each}`)),
  'NtryDtls/TxDtls',
  'NtryDtls/Btch',
]);
