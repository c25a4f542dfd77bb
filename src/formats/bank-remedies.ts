/** What to do about each fault that only files of banks, courts and the Treasury can have. */
export const bankRemedies = {
  'format-unknown':
    'This is none of the files that are known by how they begin. Name its format, or the profile of its columns.',
  'format-other': 'This file begins like a file of another format than the one that was named.',
  'file-changed': 'The file is not the one that was proved. Take it in again from the start.',
  'total-wrong':
    'What the file declares is not what its lines come to. Nothing of it may be taken in; ask its sender for a whole one.',
  'record-too-short': 'This record is shorter than its layout. Look for a line that was cut off.',
  'record-too-long':
    'This record is longer than its layout. Look for a missing line break, or for a second blank that was put in.',
  'record-unknown': 'There is no such record in this format.',
  'record-misplaced': 'This record may not stand here. Look for a record that was left out, or put in twice.',
  'record-missing': 'The file ends before its last record. Ask its sender for a whole one.',
  'field-not-digits': 'This field holds something else than digits.',
  'field-not-a-date': 'This field does not hold a day that exists, in the form that its layout has.',
  'field-not-an-amount': 'This field does not hold an amount in the form that its layout has.',
  'field-blank': 'This field is blank, and must hold something.',
  'field-not-in-list': 'This field does not hold one of the words that its layout knows.',
  'routing-number-wrong': 'The last digit of this routing number does not follow from the others.',
  'ach-class-not-read': 'Entries of this class are laid out in a way that is not read.',
  'ach-entry-against-class':
    'The batch says that it holds only credits, or only debits, and this entry is of the other kind.',
  'ach-control-unlike-header': 'The control of the batch does not name the batch that its header names.',
  'ach-addenda-unlike-entry': 'The entry does not have the addenda that it says it has.',
  'ach-addenda-too-many': 'An entry has at most 9,999 addenda.',
  'ach-sent-by-us':
    'This batch is of a company of ours: its entries are what we sent, and did not come in. Where the bank reports them, say --entries sent.',
  'ach-side-unknown':
    'Nobody can tell from a file whether its entries were received or sent. Say --entries received, or --entries sent.',
  'file-of-ours':
    'We wrote this file ourselves: it says what was asked for, and not what was done. Take in what the bank says of it.',
  'bai-code-unknown': 'Nobody can tell whether this type code means a credit or a debit.',
  'currency-not-cents': 'Amounts of this currency are not written in hundredths.',
  'currency-mixed': 'One account has entries of one currency.',
  'balance-missing':
    'The statement has no opening or no closing booked balance, so that nothing can be proved.',
  'xml-not-well-formed': 'This is not well-formed XML. Ask for the file as it was made.',
  'xml-doctype': 'A document type is declared. No such file needs one, and it may draw in others. Remove it.',
  'xml-encoding': 'The document says that it is not UTF-8. Save it again as UTF-8.',
  'xml-too-deep': 'Elements are nested too deep here: no message has more than 64 levels.',
  'xml-text-too-long': 'One text, name or remark of the document is longer than 64 KiB.',
  'xml-record-too-large': 'One entry of the document has more than 50,000 parts.',
  'message-unknown': 'The document is of no message, or of no version, that is read.',
  'profile-invalid': 'The profile is not one that tables can be read by.',
  'amounts-both': 'A row has an amount in both columns, credit and debit, or in neither.',
  'row-after-totals': 'There are rows below the row of totals. Remove it, or put it last.',
  'totals-missing': 'The table must end in a row of totals, and has none.',
  'does-not-fit': 'This does not fit into the field that the layout has for it.',
  'not-writable': 'This holds a character that the layout has no room for.',
  'sender-invalid': 'The sender is not one that files can be written for.',
  'row-repeated': 'An earlier row is about the same. Keep one of them.',
} as const;
