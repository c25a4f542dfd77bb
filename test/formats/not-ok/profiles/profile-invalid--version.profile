{
  "profile": "district-bank",
  "version": 0,
  "title": "Statement of a bank.",
  "encoding": "WINDOWS-1252",
  "separator": ";",
  "skipLines": 2,
  "columns": [
    {
      "headers": [
        "Datum",
        "Booked"
      ],
      "means": "bookedOn"
    },
    {
      "headers": [
        "Haben"
      ],
      "means": "creditAmount"
    },
    {
      "headers": [
        "Soll"
      ],
      "means": "debitAmount"
    },
    {
      "headers": [
        "Text"
      ],
      "means": "remittance",
      "optional": true
    },
    {
      "headers": [
        "Text 2"
      ],
      "means": "remittance",
      "optional": true
    },
    {
      "headers": [
        "Nummer"
      ],
      "means": "bank"
    },
    {
      "headers": [
        "Art"
      ],
      "means": "kind",
      "optional": true
    }
  ],
  "dates": [
    "D.M.YYYY"
  ],
  "amounts": {
    "decimal": ",",
    "thousands": ".",
    "negatives": [
      "MINUS_BEFORE"
    ]
  },
  "sides": {
    "positive": "CREDIT"
  },
  "kinds": {
    "words": {
      "Rucklastschrift": "RETURN"
    }
  },
  "totals": {
    "word": "Summe",
    "in": "bank",
    "isRequired": true,
    "count": "kind"
  }
}
