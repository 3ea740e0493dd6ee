print("ykien")
