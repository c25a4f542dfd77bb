{"profile":"a","profile":"b"}
